/// Seeded property tests that shrink what they find; knows no domain.
@NullMarked
package glasshouse.testkit;

import org.jspecify.annotations.NullMarked;
