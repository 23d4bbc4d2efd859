package glasshouse.bureau.http;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// What the server answers where a request is so wrong that it never reaches a route: a problem as
/// everywhere else, without the server's name or its page.
public final class PlainErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = status == 500 ? Problem.DEFECT : Problem.BAD_REQUEST;
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(problem.body("This is not a request as HTTP has it."));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Nobody is there to be told.
        }
    }
}
