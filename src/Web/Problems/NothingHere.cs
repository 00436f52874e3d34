using Listening.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Problems;

/// <summary>What is answered where a status alone would be: a page for who looks with a browser for what is not here, a problem document for everybody else.</summary>
internal static class NothingHere
{
    public static async Task AnswerAsync(StatusCodeContext status)
    {
        var http = status.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status404NotFound && !http.Request.Path.StartsWithSegments("/api")
            && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await SignInPage.WriteAsync(http, 404, "There is nothing here", "The address is not complete, or what was here is gone. <a href=\"/\">Go to the start</a>");
            return;
        }

        var problem = new ProblemDetails { Status = http.Response.StatusCode };
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
    }
}
