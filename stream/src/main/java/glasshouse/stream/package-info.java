/// The same score past one machine: a job on Flink and Kafka, a thin shell over the core's fold.
@NullMarked
package glasshouse.stream;

import org.jspecify.annotations.NullMarked;
