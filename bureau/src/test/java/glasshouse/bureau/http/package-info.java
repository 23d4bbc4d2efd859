@NullMarked
package glasshouse.bureau.http;

import org.jspecify.annotations.NullMarked;
