/// W5: the lab's society beside the same society of one object a person.
@NullMarked
package glasshouse.bench.society;

import org.jspecify.annotations.NullMarked;
