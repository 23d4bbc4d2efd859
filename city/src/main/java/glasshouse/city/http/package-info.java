/// A web server on the JDK's own: a table of routes, answers as values, files with fingerprints.
@NullMarked
package glasshouse.city.http;

import org.jspecify.annotations.NullMarked;
