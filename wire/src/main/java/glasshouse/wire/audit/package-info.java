/// Audits as JSON, SARIF and pages.
@NullMarked
package glasshouse.wire.audit;

import org.jspecify.annotations.NullMarked;
