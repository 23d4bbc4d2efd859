/// Whether decisions fall alike on groups of people: rates with their intervals, what differs, and
/// what another threshold would do.
@NullMarked
package glasshouse.parity;

import org.jspecify.annotations.NullMarked;
