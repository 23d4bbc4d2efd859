/// The ledger: every fact in the order in which it was recorded, durable before it is acknowledged.
@NullMarked
package glasshouse.bureau.ledger;

import org.jspecify.annotations.NullMarked;
