/// Ratings between people, and the methods that make one number of them for each person rated.
///
/// No method uses floating point in a round, sees a name, or depends on the order of ratings: sums
/// of integers leave no trace of it. Rounds are fixed and end early only where nothing changes any
/// more.
@NullMarked
package glasshouse.rating;

import org.jspecify.annotations.NullMarked;
