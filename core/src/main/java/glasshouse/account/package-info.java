/// The account: the state kept for a person, a sparse vector of integers that events add to.
@NullMarked
package glasshouse.account;

import org.jspecify.annotations.NullMarked;
