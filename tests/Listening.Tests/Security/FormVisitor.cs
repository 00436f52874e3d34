using System.Text.RegularExpressions;
using Xunit;

namespace Listening.Tests.Security;

/// <summary>A browser that fills in the door's forms: it keeps cookies, sends the form's own hidden fields back and follows nothing.</summary>
internal sealed partial class FormVisitor(HttpClient client) : IDisposable
{
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Where the answer came from last.</summary>
    public string Body { get; private set; } = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Plant(string name, string value) => cookies[name] = value;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends the form that was shown last, with these fields filled in.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string action, params (string Name, string Value)[] fields) => SubmitAsync(action, "same-origin", fields);

    public Task<HttpResponseMessage> SubmitAsync(string action, string site, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden().Matches(Body).ToDictionary(match => match.Groups[1].Value, match => System.Net.WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (var (name, value) in fields) hidden[name] = value;
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(hidden), Headers = { { "Sec-Fetch-Site", site } } });
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await client.SendAsync(request, Cancelled);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var (name, value) = set.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : throw new FormatException(set);
                if (value.Length == 0) cookies.Remove(name);
                else cookies[name] = value;
            }

            Body = await answer.Content.ReadAsStringAsync(Cancelled);
            return answer;
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
