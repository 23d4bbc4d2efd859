/// The `stream` commands, in a program of their own with Flink and Kafka on its class path.
@NullMarked
package glasshouse.stream.command;

import org.jspecify.annotations.NullMarked;
