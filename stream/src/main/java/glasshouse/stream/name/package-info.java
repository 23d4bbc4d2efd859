/// Which events count, by their names, within a horizon.
@NullMarked
package glasshouse.stream.name;

import org.jspecify.annotations.NullMarked;
