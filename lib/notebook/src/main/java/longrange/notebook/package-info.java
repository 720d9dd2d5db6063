/// What a notebook of the course calls: figures, sliders, predictions, progress, checks.
///
/// {@link longrange.notebook.Notebook} holds the functions a cell uses by name. XChart and Tablesaw
/// stand only here, and the notebook protocol only in {@link longrange.notebook.NotebookExtension}.
/// It must not know any exercise, grader or solution.
@NullMarked
package longrange.notebook;

import org.jspecify.annotations.NullMarked;
