using WelWee3D.Local;

if (args is ["verify", .. var rest])
    return await VerifyCommand.Run(rest, Console.Out, Console.Error);
if (args is ["upload", .. var upload])
    return await UploadCommand.Run(upload, Console.Out, Console.Error);
if (Options.Parse(args) is { } options)
    return await HostCommand.Run(options, Console.Out, Console.Error);

Console.Error.WriteLine(Options.Usage);
Console.Error.WriteLine(VerifyCommand.Usage);
return 1;
