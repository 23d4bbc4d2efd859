/// What would be: a score under events that have not happened, and the ways to a band.
@NullMarked
package glasshouse.reach;

import org.jspecify.annotations.NullMarked;
