/// Mappings: how the columns of a file, as it is, become events.
@NullMarked
package glasshouse.wire.mapping;

import org.jspecify.annotations.NullMarked;
