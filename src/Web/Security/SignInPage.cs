using System.Text.Encodings.Web;

namespace Listening.Web.Security;

/// <summary>The only pages one can see without being signed in. They need nothing that is behind the sign-in.</summary>
internal static class SignInPage
{
    public const string StylesheetPath = "/sign-in.css";

    public const string Stylesheet = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
        main { max-width: 28rem; padding: 2rem; }
        h1 { font-size: 1.5rem; line-height: 1.2; }
        button { font: inherit; font-weight: 600; padding: .75rem 1.5rem; border: 0; border-radius: .5rem; background: #1d4ed8; color: #fff; cursor: pointer; }
        button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
        code { font: .95em ui-monospace, monospace; }
        """;

    /// <summary>A heading and a sentence (both are mark-up of ours, never outside text).</summary>
    public static Task WriteAsync(HttpContext context, int status, string heading, string sentence) =>
        WriteBodyAsync(context, status, heading, $"<h1>{heading}</h1><p>{sentence}</p>");

    /// <summary>The button that uses the link up: a preview of the link, which only gets, does not.</summary>
    public static Task WriteButtonAsync(HttpContext context, string token, string destination) => WriteBodyAsync(context, 200, "Sign in", $"""
        <h1>Sign in to Listening</h1>
        <p>This link opens one session.</p>
        <form method="post" action="/sign-in">
        <input type="hidden" name="token" value="{HtmlEncoder.Default.Encode(token)}">
        <input type="hidden" name="return" value="{HtmlEncoder.Default.Encode(destination)}">
        <button autofocus>Sign in</button>
        </form>
        """);

    private static Task WriteBodyAsync(HttpContext context, int status, string title, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · Listening</title>
            <link rel="stylesheet" href="{StylesheetPath}"><link rel="icon" href="data:,"></head>
            <body><main>{body}</main></body>
            </html>
            """, context.RequestAborted);
    }
}
