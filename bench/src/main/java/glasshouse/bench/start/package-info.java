/// W7: how long commands take to start, against the bare start of the JVM.
@NullMarked
package glasshouse.bench.start;

import org.jspecify.annotations.NullMarked;
