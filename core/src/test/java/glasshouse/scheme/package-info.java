@NullMarked
package glasshouse.scheme;

import org.jspecify.annotations.NullMarked;
