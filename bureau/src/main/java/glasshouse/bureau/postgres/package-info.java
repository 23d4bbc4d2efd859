/// The PostgreSQL that the bureau starts by itself when it is given none.
@NullMarked
package glasshouse.bureau.postgres;

import org.jspecify.annotations.NullMarked;
