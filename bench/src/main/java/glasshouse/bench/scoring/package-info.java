/// W1: a file of events to a file of scores, against SQL.
@NullMarked
package glasshouse.bench.scoring;

import org.jspecify.annotations.NullMarked;
