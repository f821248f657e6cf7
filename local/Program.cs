using WelWee3D.Local;

return await CommandLine.Run(args, Console.Out, Console.Error);
