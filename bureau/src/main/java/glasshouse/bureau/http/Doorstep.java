package glasshouse.bureau.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/// What every request passes before it is looked at. Answers bear headers by which nothing is
/// stored on the way, guessed at, framed or loaded from elsewhere; a Content-Type that the web
/// framework would stumble over is refused; and whatever fails beyond says nothing of the inside.
final class Doorstep extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Doorstep.class);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        if (!isPossible(request.getContentType())) {
            refuse(response, Problem.WRONG_MEDIA, "The Content-Type is none that is taken here.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException defect) {
            LOG.error("a request failed before its route was found", defect);
            if (!response.isCommitted()) {
                refuse(response, Problem.DEFECT, "This is a defect of the bureau.");
            }
        }
    }

    private static boolean isPossible(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            MimeType type = MimeTypeUtils.parseMimeType(contentType);
            boolean wild = type.isWildcardType() || type.isWildcardSubtype();
            return !wild && !type.getType().equals("multipart");
        } catch (InvalidMimeTypeException not) {
            return false;
        }
    }

    private static void refuse(HttpServletResponse response, Problem problem, String detail)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.body(detail).getBytes(StandardCharsets.UTF_8));
    }
}
