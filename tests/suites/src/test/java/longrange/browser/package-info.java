/// The course as it is seen: JupyterLab in a real browser.
@NullMarked
package longrange.browser;

import org.jspecify.annotations.NullMarked;
