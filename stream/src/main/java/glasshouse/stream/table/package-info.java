/// Scores in a table of PostgreSQL, from which a service may read them.
@NullMarked
package glasshouse.stream.table;

import org.jspecify.annotations.NullMarked;
