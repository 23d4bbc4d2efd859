/// Claims about `glasshouse.leaflet`.
@NullMarked
package glasshouse.leaflet;

import org.jspecify.annotations.NullMarked;
