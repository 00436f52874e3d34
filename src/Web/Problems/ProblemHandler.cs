using System.Diagnostics;
using Listening.Access;
using Listening.Desk;
using Listening.Measuring;
using Listening.Storing;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Problems;

/// <summary>The one place where an exception becomes an answer: a problem document (RFC 9457) with a stable type, and a log line.</summary>
public sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = Describe(exception);
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        if (httpContext.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            LogFailure(logger, exception, httpContext.Request.Method, httpContext.Request.Path, Activity.Current?.Id ?? httpContext.TraceIdentifier);
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails Describe(Exception exception) => exception switch
    {
        MetricQuestionException question => Question(question),
        BadHttpRequestException request => Problem(request.StatusCode, "bad-request", "The request cannot be read", request.Message),
        NoRoomException full => Problem(507, "disk-full", "There is no room for more", $"{full.Message} Nothing of what was refused is stored; send it again when there is room."),
        // The engine found no room, before the guard did or without one.
        StoreQueryException { Code: 243 or 75 } => Problem(507, "disk-full", "There is no room for more",
            "The store could not write to its disk; send what was refused again when there is room. The log says more."),
        StoreQueryException { Code: 159 } => Problem(504, "too-slow", "The answer took too long",
            "The store gave the question up after its time limit. A shorter period or a narrower filter may help."),
        StoreQueryException { Code: 241 } => Problem(503, "too-large", "The question needs more memory than the store may use",
            "A shorter period or a narrower filter may help."),
        StoreQueryException store => Problem(503, "store", "The store cannot answer now", $"ClickHouse refused with code {store.Code}; the log says more."),
        PersonRefusedException refused => Problem(400, "person", "This cannot be done with a person", refused.Message),
        SecretUnreadableException => Problem(503, "secret", "A secret cannot be opened", "The key ring that closed it is not here; the log says more."),
        DeskUnavailableException => Problem(503, "desk", "Who you are cannot be looked up now", "The relational store does not answer; the log says more."),
        ProjectorLeaseLostException => Problem(409, "projected-elsewhere", "Another process projects", "Ask that one, or wait a minute."),
        _ => Problem(500, "internal", "Something failed here", "The log says more; the trace id finds it."),
    };

    private static ProblemDetails Question(MetricQuestionException question)
    {
        var problem = Problem(400, "question", "The question cannot be asked", question.Message);
        problem.Extensions["parameter"] = question.Parameter;
        if (question.Position is { } position) problem.Extensions["position"] = position;
        if (question.Example is { } example) problem.Extensions["example"] = example;
        return problem;
    }

    private static ProblemDetails Problem(int status, string type, string title, string detail) =>
        new() { Status = status, Type = $"urn:listening:problem:{type}", Title = title, Detail = detail };

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "{Method} {Path} failed ({Trace})")]
    private static partial void LogFailure(ILogger logger, Exception exception, string method, string path, string trace);
}
