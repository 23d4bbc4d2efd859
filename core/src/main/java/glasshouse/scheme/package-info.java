/// A scheme: the written rules by which events become points.
@NullMarked
package glasshouse.scheme;

import org.jspecify.annotations.NullMarked;
