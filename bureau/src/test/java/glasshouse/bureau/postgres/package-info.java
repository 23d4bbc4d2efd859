@NullMarked
package glasshouse.bureau.postgres;

import org.jspecify.annotations.NullMarked;
