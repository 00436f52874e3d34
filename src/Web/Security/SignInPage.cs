using System.Text.Encodings.Web;
using Listening.Web.Hosting;

namespace Listening.Web.Security;

/// <summary>The only pages one can see without being signed in. They need nothing that is behind the sign-in.</summary>
internal static class SignInPage
{
    public const string StylesheetPath = "/sign-in.css";

    public const string Stylesheet = """
        :root { color-scheme: light dark; font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: auto 1fr; place-items: center;
          background: light-dark(#f5f5f3, #0d0f12); color: light-dark(#15181d, #eceef1); }
        aside { place-self: start stretch; padding: .375rem 1rem; text-align: center; font-size: .8125rem;
          background: light-dark(#fff4d6, #2c2410); color: light-dark(#5c4400, #f0d68a); }
        aside strong { letter-spacing: .05em; margin-right: .375rem; }
        main { grid-row: 2; width: min(26rem, 100% - 2rem); margin: 2rem 0 6rem; padding: 2rem; border-radius: .75rem;
          border: 1px solid light-dark(#e4e3df, #23282e); background: light-dark(#fff, #14171b); }
        .product { display: flex; align-items: center; gap: .625rem; margin: 0 0 1.5rem; font-weight: 600; }
        h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.25; letter-spacing: -.015em; }
        p { margin: 0; color: light-dark(#4a4f58, #b0b6bf); }
        form { display: grid; margin-top: 1.5rem; }
        label { margin-bottom: .25rem; font-size: .875rem; font-weight: 550; }
        input { font: inherit; width: 100%; min-width: 0; min-height: 2.75rem; margin-bottom: 1rem; padding: .375rem .75rem; border-radius: .5rem;
          border: 1px solid light-dark(#85898f, #6d757f); background: light-dark(#fff, #0d0f12); color: inherit; }
        input:focus-visible { outline: 3px solid light-dark(#00649d, #74bff0); outline-offset: 1px; }
        .rule { margin: -.625rem 0 1.25rem; font-size: .8125rem; }
        .fault { margin-top: 1rem; padding: .625rem .75rem; border-radius: .5rem; background: light-dark(#fbeee4, #33210f); color: light-dark(#8f3c00, #f79a5b); }
        .provider a { display: grid; place-items: center; min-height: 2.75rem; margin-top: 1.5rem; border-radius: .5rem; font-weight: 600; text-decoration: none; border: 2px solid currentcolor; }
        .doors { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid light-dark(#e4e3df, #23282e); }
        .doors form { margin-top: .75rem; }
        .doors button { background: transparent; color: light-dark(#00649d, #74bff0); border: 2px solid currentcolor; }
        .doors button:hover { background: light-dark(#e3eff7, #12293a); }
        .hint { margin-top: 1.5rem; font-size: .8125rem; }
        a { color: light-dark(#00649d, #74bff0); }
        button { font: inherit; font-weight: 600; width: 100%; min-height: 2.75rem; border: 0; border-radius: .5rem; background: #00649d; color: #fff; cursor: pointer; }
        button:hover { background: #005384; }
        button:focus-visible { outline: 3px solid light-dark(#00649d, #74bff0); outline-offset: 3px; }
        code { font: .9em ui-monospace, monospace; padding: .1em .35em; border-radius: .25rem; background: light-dark(#f1f1ee, #1b1f24); }
        """;

    /// <summary>A heading and a sentence (both are mark-up of ours, never outside text).</summary>
    public static Task WriteAsync(HttpContext context, int status, string heading, string sentence) =>
        WriteBodyAsync(context, status, heading, $"<h1>{heading}</h1><p>{sentence}</p>");

    /// <summary>The button that uses the link up: a preview of the link, which only gets, does not.</summary>
    public static Task WriteButtonAsync(HttpContext context, string token, string destination) => WriteBodyAsync(context, 200, "Sign in", $"""
        <h1>Sign in to Listening</h1>
        <p>This link works once and keeps this browser signed in.</p>
        <form method="post" action="/sign-in">
        <input type="hidden" name="token" value="{HtmlEncoder.Default.Encode(token)}">
        <input type="hidden" name="return" value="{HtmlEncoder.Default.Encode(destination)}">
        <button autofocus>Sign in</button>
        </form>{DemoDoors(context)}
        """);

    /// <summary>The demo's two doors; nothing elsewhere.</summary>
    public static string DemoDoors(HttpContext context) => context.RequestServices.GetService<DemoState>()?.Simulated != true ? "" : """
        <div class="doors"><p>Or see the demo as</p>
        <form method="post" action="/demo/executive"><button>Executive: read last week</button></form>
        <form method="post" action="/demo/agent"><button>Agent: answer three posts</button></form></div>
        """;

    private const string Mark = """
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path fill="#0072B2" d="M16 2a14 14 0 1 1-6.2 26.55L3.6 30.2a1.1 1.1 0 0 1-1.35-1.35l1.7-6.3A14 14 0 0 1 16 2Z"/><path fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round" d="M16 9v7.4l5.2 3"/></svg>
        """;

    private const string Simulated = "<aside><strong>SIMULATED</strong>This brand, its customers and its competitors do not exist.</aside>";

    /// <summary>A page of our own mark-up; outside text in it is encoded already.</summary>
    public static Task WriteBodyAsync(HttpContext context, int status, string title, string body)
    {
        var simulated = context.RequestServices.GetService<DemoState>()?.Simulated == true;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · Listening</title>
            <link rel="stylesheet" href="{StylesheetPath}"><link rel="icon" href="data:,"></head>
            <body>{(simulated ? Simulated : "")}<main><p class="product">{Mark}Listening</p>{body}</main></body>
            </html>
            """, context.RequestAborted);
    }
}
