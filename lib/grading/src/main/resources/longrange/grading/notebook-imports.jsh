import static longrange.notebook.Notebook.*;
