/// The state of a society, and the step that moves it.
@NullMarked
package glasshouse.lab.society;

import org.jspecify.annotations.NullMarked;
