/// How the bureau's log is written: lines of JSON with nobody's data in them.
@NullMarked
package glasshouse.bureau.log;

import org.jspecify.annotations.NullMarked;
