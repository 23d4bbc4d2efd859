@NullMarked
package glasshouse.bureau.ledger;

import org.jspecify.annotations.NullMarked;
