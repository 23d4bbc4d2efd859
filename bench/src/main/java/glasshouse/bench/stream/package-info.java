/// W6: the job on Flink beside the same job without the fold, and the bytes of a person's state.
@NullMarked
package glasshouse.bench.stream;

import org.jspecify.annotations.NullMarked;
