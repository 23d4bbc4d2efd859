/// A leaflet: a scheme in plain words, as it is given to those whom it scores, and what changes for
/// them from one scheme to another.
@NullMarked
package glasshouse.leaflet;

import org.jspecify.annotations.NullMarked;
