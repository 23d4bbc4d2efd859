/// What is remembered of a society: counts by group, and a panel of people followed through time.
@NullMarked
package glasshouse.lab.history;

import org.jspecify.annotations.NullMarked;
