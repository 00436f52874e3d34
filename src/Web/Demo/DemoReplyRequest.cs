namespace Listening.Web.Demo;

/// <summary>What <c>POST /api/v1/demo/replies</c> takes.</summary>
/// <param name="Source">Where the post is that is answered.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Text">The answer; 1 to 500 characters.</param>
public sealed record DemoReplyRequest(string Source, string Id, string Text);
