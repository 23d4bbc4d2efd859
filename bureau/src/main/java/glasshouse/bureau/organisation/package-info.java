/// The organisations that report and that ask: what each declared, and its key.
@NullMarked
package glasshouse.bureau.organisation;

import org.jspecify.annotations.NullMarked;
