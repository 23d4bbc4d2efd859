/// The score: what an account comes to on a day.
@NullMarked
package glasshouse.score;

import org.jspecify.annotations.NullMarked;
