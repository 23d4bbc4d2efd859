/// What a thousand people do in one step, deed by deed, before any scheme looks at it.
@NullMarked
package glasshouse.lab.scene;

import org.jspecify.annotations.NullMarked;
