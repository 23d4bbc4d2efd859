/// Tests of the rating methods, each held to a plain twin in floating point.
@NullMarked
package glasshouse.rating;

import org.jspecify.annotations.NullMarked;
