/// Towns of made-up people that live side by side, one day after the other, while somebody watches.
@NullMarked
package glasshouse.city.world;

import org.jspecify.annotations.NullMarked;
