/// Closed models from the literature, each small enough to be read alone.
@NullMarked
package glasshouse.lab.study;

import org.jspecify.annotations.NullMarked;
