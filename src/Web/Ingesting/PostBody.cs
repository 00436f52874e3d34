using Microsoft.OpenApi;

namespace Listening.Web.Ingesting;

/// <summary>The body of <c>POST /posts</c> for <c>/openapi/v1.json</c>: it is read line by line, so no parameter of the endpoint tells of it.</summary>
internal static class PostBody
{
    /// <summary>A post on the wire, as a schema.</summary>
    public static OpenApiSchema Post { get; } = Object(
        "A public post. Unknown fields are ignored.",
        ["source", "id", "author", "text", "postedAt"],
        ("source", Text("Where it was written: the first half of its identity.")),
        ("id", Text("Its id there, at most 512 bytes.")),
        ("author", Object("id or handle is needed.", [], ("id", Text("")), ("handle", Text("")), ("name", Text("")), ("followers", Number()), ("bot", Flag()))),
        ("text", Text("At most 64 KiB.")),
        ("html", Text("")),
        ("postedAt", Instant("1970 to 2100.")),
        ("editedAt", Instant("A later version has a newer one.")),
        ("deletedAt", Instant("When it was deleted.")),
        ("inReplyTo", Text("The id of the post it answers, of the same source.")),
        ("quoteOf", Text("")),
        ("repostOf", Text("")),
        ("conversation", Text("The source's own root id.")),
        ("audience", Text("public or internal.")),
        ("channel", Text("")),
        ("lang", Text("BCP 47.")),
        ("url", Text("")),
        ("mentions", List(Text(""))),
        ("tags", List(Text(""))),
        ("attachments", List(Object("", [], ("kind", Text("")), ("url", Text("")), ("alt", Text(""))))),
        ("counts", Object("", [], ("likes", Number()), ("reposts", Number()), ("replies", Number()), ("views", Number()))));

    /// <summary>NDJSON, one post a line, or a JSON array.</summary>
    public static OpenApiRequestBody Of() => new()
    {
        Required = true,
        Description = "Gzip is read with Content-Encoding: gzip. A line that cannot be read is refused with its reason, the others are stored. "
            + $"A body comes in at {BodyPace.Text} at the least; of one that is slower or breaks off, the complete lines are stored and counted in the answer.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/x-ndjson"] = new() { Schema = Post },
            ["application/json"] = new() { Schema = List(Post) },
        },
    };

    private static OpenApiSchema Object(string description, string[] required, params (string Name, OpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Required = required.ToHashSet(),
        Properties = properties.ToDictionary(property => property.Name, IOpenApiSchema (property) => property.Schema),
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Instant(string description) => new() { Type = JsonSchemaType.String, Format = "date-time", Description = description };

    private static OpenApiSchema Number() => new() { Type = JsonSchemaType.Integer, Format = "int64" };

    private static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean };

    private static OpenApiSchema List(OpenApiSchema of) => new() { Type = JsonSchemaType.Array, Items = of };
}
