/// The bureau over HTTP: one table of routes, who may use them, problems, the description.
@NullMarked
package glasshouse.bureau.http;

import org.jspecify.annotations.NullMarked;
