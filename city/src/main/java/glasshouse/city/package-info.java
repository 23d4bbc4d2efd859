/// The living city in the browser: a small server, a society that lives while somebody watches, and
/// the pages that show it.
@NullMarked
package glasshouse.city;

import org.jspecify.annotations.NullMarked;
