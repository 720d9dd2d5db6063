import static longrange.notebook.Notebook.*;
import longrange.notebook.*;
