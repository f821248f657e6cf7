using System.Net;
using System.Net.Http.Headers;

namespace SendGrid;

public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    public HttpContent Body { get; } = responseBody;

    public HttpResponseHeaders Headers { get; } = responseHeaders;
}
