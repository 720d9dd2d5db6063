import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;
import static longrange.notebook.Notebook.*;
import longrange.notebook.*;
