/// Telling people and relying parties what is new, as it happens.
@NullMarked
package glasshouse.bureau.notice;

import org.jspecify.annotations.NullMarked;
