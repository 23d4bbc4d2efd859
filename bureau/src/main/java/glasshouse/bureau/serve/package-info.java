/// Starting and stopping the whole bureau, as the command line does.
@NullMarked
package glasshouse.bureau.serve;

import org.jspecify.annotations.NullMarked;
